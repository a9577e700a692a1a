# Completes lab in fish: lab completion fish | source
# Asks the very `lab` that is being typed and knows no verb itself. The answer: a line `none`,
# `files` or `folders` (what fish adds itself), then a line for each word, its meaning after a tab.
function __lab_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l command (string replace -r '^~' $HOME -- $before[1])
    set -e before[1]
    set -l found ($command completion fish -- $before "$current" 2>/dev/null)
    set -l also $found[1]
    set -e found[1]
    set -q found[1]; and printf '%s\n' $found
    set -l kept (string match -r '^--[^=]*=' -- "$current")
    set -l path (string replace -r '^--[^=]*=' '' -- "$current")
    switch "$also"
        case files
            printf '%s\n' "$kept"(__fish_complete_path "$path")
        case folders
            printf '%s\n' "$kept"(__fish_complete_directories "$path")
    end
end
complete -c lab -f -a '(__lab_complete)'
