package org.multicloudmirror.it.contract;

import java.util.List;

/** Keys that the services allow and that paths, URLs, XML, JSON, regular expressions or Camel take for something. */
public final class AwkwardKeys {

    /** 1,024 bytes in UTF-8, the most that both services allow. */
    static final String LONGEST = "ä".repeat(512);

    private AwkwardKeys() {}

    public static List<String> all() {
        return List.of(
                "/leading",
                "//leading-twice",
                "in//side",
                "trailing//",
                "/",
                "//",
                ".",
                "..",
                "./a",
                "../a",
                "a/./b",
                "a/../b",
                "a/..",
                " leading and trailing ",
                " ",
                "a / b",
                "a+b",
                "a%41b%2Fc%zz%",
                "a?b=c&d",
                "a#b",
                "a&amp;b",
                "\"quoted\" 'twice'",
                "<b>&lt;</b>",
                "]]>",
                "back\\slash\\..\\x",
                "tab\there",
                "line\nfeed",
                "carriage\rreturn",
                "both\r\n",
                "bell\u0007 escape\u001b[2J delete\u007f",
                "\u0001",
                "c1 \u0085 \u009b",
                "nfc \u00e9",
                "nfd e\u0301",
                "private \ue000",
                "astral \ud800\udc00",
                "last of the plane \uffff",
                "separators \u2028\u2029 direction \u202e bom \ufeff",
                "${sys.user.home}",
                "{{mirror.process}}",
                "${body} #{x} $simple{y} RAW(z)",
                "a:b*c|d",
                "~user,;=@!$'()",
                LONGEST);
    }
}
