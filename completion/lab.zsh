#compdef lab
# Completes lab in zsh: source <(lab completion zsh)
# Asks the very `lab` that is being typed and knows no verb itself. The answer: a line `none`,
# `files` or `folders` (what zsh adds itself), then a line for each word, its meaning after a tab.
_lab() {
  local also value meaning
  local -a found
  {
    read -r also
    while IFS=$'\t' read -r value meaning; do
      found+=("${value//:/\\:}:$meaning")
    done
  } < <(${~${(Q)words[1]}} completion zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
  _describe lab found
  [[ $also == none ]] && return
  compset -P '*='
  if [[ $also == folders ]]; then _files -/; else _files; fi
}
# Found in fpath under its own name, this file is the function's body.
if [[ $funcstack[1] == _lab ]]; then
  _lab "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _lab lab
fi
