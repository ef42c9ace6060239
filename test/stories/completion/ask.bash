# What the completion in $1 offers for the lines of standard input, cut into words as readline cuts them.
source "$1"
compopt() {
  case $* in
    *default*) echo '(files)' ;;
    *dirnames*) echo '(folders)' ;;
  esac
}
while IFS= read -r COMP_LINE; do
  COMP_POINT=${#COMP_LINE} COMP_WORDS=() COMP_CWORD=0 COMPREPLY=() blank=1 kind=''
  for (( at = 0; at < COMP_POINT; at++ )); do
    sign=${COMP_LINE:at:1}
    case $sign in
      ' ')
        if (( ! blank )); then COMP_CWORD=$(( COMP_CWORD + 1 )); fi
        blank=1
        continue
        ;;
      [=:]) now=cut ;;
      *) now=word ;;
    esac
    if (( ! blank )) && [[ $now != "$kind" ]]; then COMP_CWORD=$(( COMP_CWORD + 1 )); fi
    COMP_WORDS[COMP_CWORD]+=$sign blank=0 kind=$now
  done
  if (( blank )); then COMP_WORDS[COMP_CWORD]=''; fi
  echo "> $COMP_LINE"
  _loyalty loyalty "${COMP_WORDS[COMP_CWORD]}" ''
  if (( ${#COMPREPLY[@]} > 0 )); then printf '%s\n' "${COMPREPLY[@]}"; fi
done
