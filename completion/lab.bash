# Completes lab in bash: source <(lab completion bash)
# Asks the very `lab` that is being typed and knows no verb itself. The answer: a line `none`,
# `files` or `folders` (what bash adds itself), then a line for each word, its meaning after a tab.
_lab_complete() {
  local line=${COMP_LINE:0:COMP_POINT} also value words current kept
  # Unlike COMP_WORDS, not cut at `=` and `:`; but readline replaces only what follows these.
  read -a words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  current=${words[${#words[@]} - 1]}
  kept=${current%"${current##*[=:]}"}
  COMPREPLY=()
  {
    read -r also
    while IFS=$'\t' read -r value _; do COMPREPLY+=("${value#"$kept"}"); done
  } < <("${words[0]/#\~/$HOME}" completion bash -- "${words[@]:1}" 2>/dev/null)
  case $also in files) also=file ;; folders) also=directory ;; *) return ;; esac
  compopt -o filenames
  while IFS= read -r value; do
    COMPREPLY+=("$value")
  done < <(compgen -A "$also" -- "${current#"$kept"}")
}
complete -F _lab_complete lab
