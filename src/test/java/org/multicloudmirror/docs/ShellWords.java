package org.multicloudmirror.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of a command that a page shows, as a shell would split it. */
public final class ShellWords {

    /** A word, with parts in quotes; or what ends the arguments. */
    private static final Pattern WORD = Pattern.compile("((?:'[^']*'|\"[^\"]*\"|[^\\s'\"#|;&>])+)|([#|;&>])");

    private ShellWords() {}

    /** Up to a redirection, another command or a comment, and without the dots that stand for more of them. */
    public static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find() && word.group(2) == null) {
            words.add(word.group().replaceAll("'([^']*)'|\"([^\"]*)\"", "$1$2"));
        }
        words.remove("...");
        return words;
    }
}
