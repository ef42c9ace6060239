import { type CommandModel, everyCommand, type Values } from './model.ts';
import { commandPaths, flagPlaces, gathered, spellings } from './places.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const word = (text: string): string => (/^[\w./:@%+=-]+$/.test(text) ? text : quoted(text));

const list = (texts: readonly string[]): string => texts.map(word).join(' ');
const patterns = (texts: readonly string[]): string => texts.map(quoted).join(' | ');

const offered = (values: Values): string | null => {
  if (values.kind === 'free') return null;
  if (values.kind === 'files' || values.kind === 'folders') return `_loyalty_${values.kind}`;
  const names = list(values.offered.map((one) => one.word));
  if (values.kind === 'labelled-files') return `_loyalty_labelled_files ${names}`;
  return values.list ? `_loyalty_list ${names}` : `_loyalty_words ${names}`;
};

const branch = (pattern: string, body: string): string => `    ${pattern}) ${body} ;;`;

const flagBranches = (model: CommandModel): string[] =>
  gathered(flagPlaces(model), ({ values }) => offered(values)).map(({ said, of }) =>
    branch(patterns(of.flatMap(({ names }) => names)), said),
  );

const flagListBranches = (model: CommandModel): string[] =>
  everyCommand(model).map(({ path, flags }) =>
    branch(patterns([path.join(' ')]), `_loyalty_words ${list(flags.flatMap(spellings))}`),
  );

const placeBranches = (model: CommandModel): string[] =>
  everyCommand(model).flatMap(({ path, commands, positionals }) => [
    ...(commands.length === 0
      ? []
      : [
          branch(
            patterns([`${path.join(' ')} 0`]),
            `_loyalty_words ${list(commands.map((below) => below.path.at(-1)!))}`,
          ),
        ]),
    ...positionals.flatMap(({ values, variadic }, index) => {
      const body = offered(values);
      const place = variadic ? `${quoted(`${path.join(' ')} `)}*` : patterns([`${path.join(' ')} ${index}`]);
      return body === null ? [] : [branch(place, body)];
    }),
  ]);

const offering = `\
# Offers what begins as the word at the cursor does. What readline took for that word may be its end alone.
_loyalty_offer() {
  local offered="$1" full
  if [[ -n $quote ]]; then full="$flagged$quote$offered"; else printf -v full '%s%q' "$flagged" "$offered"; fi
  full=\${full//\\\\,/,}
  COMPREPLY+=("\${full#"$cut"}")
}

_loyalty_words() {
  local word
  for word; do
    if [[ $word == "$typed"* ]]; then _loyalty_offer "$word"; fi
  done
}

_loyalty_list() {
  local word before="\${typed%"\${typed##*,}"}"
  compopt -o nospace 2> /dev/null
  for word; do
    if [[ "$before$word" == "$typed"* && ",$before" != *",$word,"* ]]; then _loyalty_offer "$before$word"; fi
  done
}

_loyalty_files() {
  compopt -o bashdefault -o default 2> /dev/null
}

_loyalty_folders() {
  compopt -o dirnames 2> /dev/null
}

_loyalty_labelled_files() {
  local label file
  if [[ $typed == *=* ]]; then _loyalty_files; return; fi
  for label; do
    if [[ $label == "$typed"* ]]; then _loyalty_offer "$label="; COMPREPLY[\${#COMPREPLY[@]}-1]="$label="; fi
  done
  if (( \${#COMPREPLY[@]} == 0 )); then _loyalty_files; return; fi
  compopt -o nospace 2> /dev/null
  while IFS= read -r file; do
    if [[ -d $file ]]; then file="$file/"; fi
    _loyalty_offer "$file"
  done < <(compgen -f -- "$typed")
}`;

const reading = `\
  COMPREPLY=()
  local -a words=()
  local index part word rest=$COMP_LINE count=0
  # readline cuts words at = and : too; the blanks of the line say where they really end
  for (( index = 0; index <= COMP_CWORD; index++ )); do
    part=\${COMP_WORDS[index]}
    if (( count > 0 )) && [[ $rest != [[:blank:]]* && $rest == "$part"* ]]; then
      words[count-1]+=$part
    else
      rest=\${rest#"\${rest%%[![:blank:]]*}"}
      words[count]=$part
      count=$(( count + 1 ))
    fi
    rest=\${rest#"$part"}
  done
  if (( index > 0 )) && [[ $part == [=:]* ]]; then part=''; fi`;

const walking = `\
  local cur=\${words[count-1]} cut='' path=loyalty flag='' place=0 ended=''
  cut=\${cur%"$part"}
  for (( index = 1; index < count - 1; index++ )); do
    word=\${words[index]}
    if [[ -n $flag ]]; then flag=''; continue; fi
    if [[ -n $ended ]]; then place=$(( place + 1 )); continue; fi
    if [[ $word == -- ]]; then ended=1; continue; fi
    case "$path $word" in
COMMANDS
      VALUED) flag=$word ;;
      "$path -"?*) ;;
      *) place=$(( place + 1 )) ;;
    esac
  done
  local flagged='' quote='' typed=$cur
  if [[ -z $flag && -z $ended && $cur == --*=* ]]; then
    flag=\${cur%%=*} flagged=\${cur%%=*}= typed=\${cur#*=}
  fi
  case $typed in
    [\\'\\"]*) quote=\${typed:0:1} typed=\${typed:1} ;;
    *) typed=\${typed//\\\\/} ;;
  esac`;

/** The completion of a program for bash, from 3.2: it is one function, and starts nothing. */
export const bashScript = (model: CommandModel): string => {
  const name = model.path[0]!;
  const commands = commandPaths(model);
  const valued = flagPlaces(model).flatMap(({ names }) => names);
  const walk = walking
    .replace(
      'COMMANDS',
      () =>
        `      ${patterns(commands)})\n        if (( place == 0 )); then path="$path $word"; else place=$(( place + 1 )); fi ;;`,
    )
    .replace('VALUED', () => patterns(valued));
  return `\
# Completion of ${name} for bash, as \`${name} completion bash\` prints it.
${offering}

_loyalty() {
${reading}
${walk}
  if [[ -n $flag ]]; then
    case "$path $flag" in
${flagBranches(model).join('\n')}
    esac
    return 0
  fi
  if [[ -z $ended && $typed == -* ]]; then
    case "$path" in
${flagListBranches(model).join('\n')}
    esac
    return 0
  fi
  case "$path $place" in
${placeBranches(model).join('\n')}
  esac
  return 0
}

if type compopt > /dev/null 2>&1; then complete -F _loyalty ${name}; else complete -o default -F _loyalty ${name}; fi
`;
};
