package org.multicloudmirror.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The script by which bash, and zsh in bash's manner, complete a command line. It is made from the commands. */
final class BashCompletion {

    private static final String SCRIPT = """
            # Completes @names@ in bash and zsh; made by "multi-cloud-mirror completion".
            if [ -n "${ZSH_VERSION:-}" ]; then autoload -U +X bashcompinit && bashcompinit; fi

            @function@() {
              local word=${COMP_WORDS[COMP_CWORD]} option="" before="" attached="" command="" quote="" each IFS=$' \\t\\n'
              COMPREPLY=()
              for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case " @commands@ " in *" $each "*) command=$each; break ;; esac
              done
              # --option=value is one word, or three in bash
              if [[ $word == --*=* ]]; then
                option=${word%%=*} before=$option= word=${word#*=} attached=yes
              elif [[ $word == = ]]; then
                option=${COMP_WORDS[COMP_CWORD-1]} word="" attached=yes
              elif [[ ${COMP_WORDS[COMP_CWORD-1]} == = ]]; then
                option=${COMP_WORDS[COMP_CWORD-2]} attached=yes
              else
                option=${COMP_WORDS[COMP_CWORD-1]}
              fi
              case $option in
            @values@    *) option="" ;;
              esac
              if [ -n "$option" ]; then
                [ -z "$before" ] || COMPREPLY=("${COMPREPLY[@]/#/$before}")
                return
              fi
              if [[ $word == -* ]]; then
                case $command in
            @options@    esac
                return
              fi
              # a scenario is one word in quotes: bash leaves out the quote, and closes it unless there is a choice
              case $word in [\\'\\"]*) quote=${word:0:1} word=${word:1} ;; esac
              case $command in
                "" | check | validate)
                  before=""
                  if [[ $word == *-\\>* ]]; then before=${word%->*}-\\> word=${word##*->}; fi
                  @function@_places "$quote" "$before" "$word"
                  [ -n "$command$before$quote" ] || COMPREPLY+=($(compgen -W "@commands@" -- "$word"))
                  ;;
                ls | size | cat) @function@_places "$quote" "" "$word" ;;
              esac
            }

            # QUOTE BEFORE WORD: the stores that begin with a word; with a quote around them, since a scenario needs it
            @function@_places() {
              local store
              for store in @stores@; do
                case $store:// in
                  "$3"*)
                    compopt -o nospace 2>/dev/null
                    if [ -n "$1" ]; then
                      COMPREPLY+=("$2$store://" "$2$store://...")
                    else
                      COMPREPLY+=("'$2$store://")
                    fi
                    ;;
                esac
              done
            }

            @complete@""";

    private final CommandLine mirror;
    private final Collection<String> stores;

    /**
     * @param mirror the command with all its subcommands
     * @param stores the names that a scenario may begin with
     */
    BashCompletion(CommandLine mirror, Collection<String> stores) {
        this.mirror = mirror;
        this.stores = stores;
    }

    /**
     * The script.
     *
     * @param names what the launcher is called
     */
    String script(List<String> names) {
        String function = "_" + names.get(0).replaceAll("[^A-Za-z0-9]", "_") + "_complete";
        return SCRIPT.replace("@values@", values())
                .replace("@options@", options())
                .replace("@commands@", String.join(" ", mirror.getSubcommands().keySet()))
                .replace("@stores@", String.join(" ", stores))
                .replace("@complete@", "complete -o default -F " + function + " " + String.join(" ", names) + "\n")
                .replace("@names@", String.join(", ", names))
                .replace("@function@", function);
    }

    /** What an option's value may be: the same in all commands. */
    private String values() {
        Map<String, String> byNames = new LinkedHashMap<>();
        for (CommandLine command : commands()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (option.arity().max() > 0) {
                    byNames.put(String.join(" | ", option.names()), value(option));
                }
            }
        }
        return byNames.entrySet().stream()
                .map(entry -> "    " + entry.getKey() + ") " + entry.getValue() + ";;\n")
                .collect(Collectors.joining());
    }

    private static String value(OptionSpec option) {
        if (option.completionCandidates() != null) {
            String words = String.join(" ", option.completionCandidates());
            String complete = "COMPREPLY=($(compgen -W \"" + words + "\" -- \"$word\")) ";
            // what is not attached is no value of an option that needs none
            return option.arity().min() > 0 ? complete : "[ -z \"$attached\" ] && option=\"\" || " + complete;
        }
        return switch (option.paramLabel()) {
            case "FILE", "PATH" -> "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$word\")) ";
            case "DIR" -> "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$word\")) ";
            default -> "";
        };
    }

    private String options() {
        return commands().stream()
                .map(command -> "      " + (command == mirror ? "\"\"" : command.getCommandName())
                        + ") COMPREPLY=($(compgen -W \"" + names(command) + "\" -- \"$word\")) ;;\n")
                .collect(Collectors.joining());
    }

    private static String names(CommandLine command) {
        return String.join(
                " ", new TreeSet<>(command.getCommandSpec().optionsMap().keySet()));
    }

    private List<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>(List.of(mirror));
        all.addAll(mirror.getSubcommands().values());
        return all;
    }
}
