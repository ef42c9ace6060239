# What the completion in $argv[1] offers for the lines of standard input.
source $argv[1]
while read -l line
    echo "> $line"
    complete -C $line
end
