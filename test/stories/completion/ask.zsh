# What the completion in the file $1, in a folder as _loyalty, offers for the lines of standard input: a zsh on a
# terminal of its own is asked, and writes down what is handed to compadd.
zmodload zsh/zpty zsh/zselect
scratch=$(mktemp -d)
heard=$scratch/heard
cat > $scratch/setup <<END
PROMPT= RPROMPT=
fpath=(${(q)1:h} \$fpath)
autoload -Uz compinit
compinit -D -u
loyalty() { : }
compadd() {
  if (( \${@[(I)-[OAD]*]} )); then
    builtin compadd "\$@"
    return
  fi
  local -a hits
  builtin compadd -O hits "\$@"
  print -rl -- \$hits >> $heard
  builtin compadd "\$@"
}
ask() {
  _main_complete
  print -r -- '<end>' >> $heard
}
zle -C ask list-choices ask
bindkey '^T' ask
print -r -- '<end>' >> $heard
END
answered() {
  local tries=0 said
  until [[ -f $heard && "$(tail -n 1 $heard)" == '<end>' ]]; do
    zpty -r -t inner said
    zselect -t 1
    if (( tries++ > 1500 )); then
      print -ru2 -- "no answer to: $1"
      exit 1
    fi
  done
}
zpty -b inner zsh -f -i
zpty -w inner "source $scratch/setup"
answered setup
while IFS= read -r line; do
  : > $heard
  zpty -w -n inner $'\x15'$line$'\x14'
  answered $line
  print -r -- "> $line"
  grep -v -x -e '<end>' -e '' $heard
done
zpty -d inner
rm -rf $scratch
