package org.multicloudmirror.driver;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.storage.Keys;

/**
 * The code and the message in the body of an error: XML as S3 writes it, JSON as gateways do, a page of HTML, or a line
 * of text. What it is not said in (the request as it was signed) is not looked at; nothing that looks like a secret is
 * repeated.
 */
record ErrorText(String code, String message) {

    private static final int LONGEST = 300;

    /** Of a body, in characters: what it says stands at its beginning, and a page of HTML may be anything behind it. */
    private static final int MOST_READ = 8_192;

    private static final Pattern XML_CODE = element("Code", 100);
    private static final Pattern XML_MESSAGE = element("Message", 2000);
    private static final Pattern TITLE = Pattern.compile("<title[^<>]*>([^<]{1,300})", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSEEN =
            Pattern.compile("<(script|style)\\b.*?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HTML =
            Pattern.compile("<(!doctype html|html|head|body|h1)\\b", Pattern.CASE_INSENSITIVE);

    /** Tokens, signatures and the like: no word of a message is as long. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/=_-]{40,}|AUTH_tk[0-9a-f]+");

    /** What some servers append: the request as they signed it. */
    private static final Pattern SIGNED = Pattern.compile("(?i)(string-?to-?sign|canonical-?request|AWS4-HMAC-).*");

    private static final Set<String> CODES = Set.of("code", "Code", "errorCode", "__type");
    private static final Set<String> MESSAGES =
            Set.of("message", "Message", "error_description", "detail", "description", "title");

    ErrorText {
        code = shown(code);
        message = shown(message);
    }

    static ErrorText of(String body) {
        String text = body.substring(0, Math.min(body.length(), MOST_READ)).strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            return json(text);
        }
        String code = first(XML_CODE, text);
        if (!code.isEmpty() || !first(XML_MESSAGE, text).isEmpty()) {
            return new ErrorText(unescaped(code), unescaped(first(XML_MESSAGE, text)));
        }
        String title = first(TITLE, text);
        if (!title.isEmpty()) {
            return new ErrorText("", unescaped(title));
        }
        boolean isMarkup = HTML.matcher(text).find() || text.startsWith("<");
        return new ErrorText("", isMarkup ? unescaped(plain(text)) : text);
    }

    /** Codes and messages wherever they stand, the first of each; a text that breaks off is read as far as it goes. */
    private static ErrorText json(String text) {
        String code = "";
        String message = "";
        String error = "";
        try (JsonParser json = AnswerJson.FACTORY.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                String name = json.currentName();
                if (name == null || !token.isScalarValue()) {
                    continue;
                }
                if (code.isEmpty() && CODES.contains(name)) {
                    code = json.getText();
                } else if (message.isEmpty() && MESSAGES.contains(name)) {
                    message = json.getText();
                } else if (name.equals("error")) {
                    error = json.getText();
                }
            }
        } catch (IOException e) {
            // what came before it counts
        }
        return new ErrorText(code.length() > 100 ? "" : code, message.isEmpty() ? error : message);
    }

    private static String plain(String html) {
        return UNSEEN.matcher(html).replaceAll(" ").replaceAll("<[^<>]*>", " ");
    }

    private static String shown(String text) {
        String line = SIGNED.matcher(text.replaceAll("\\s+", " ").strip()).replaceFirst("");
        String masked = SECRET.matcher(line).replaceAll("***").strip();
        return Keys.printable(masked.length() > LONGEST ? masked.substring(0, LONGEST) + "..." : masked);
    }

    private static Pattern element(String name, int longest) {
        return Pattern.compile("<(?:\\w+:)?" + name + ">([^<]{1," + longest + "})");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
