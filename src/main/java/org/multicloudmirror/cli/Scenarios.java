package org.multicloudmirror.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.scenario.InvalidScenarioException;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.spelling.Closest;

/** The scenarios of a command line. */
final class Scenarios {

    private Scenarios() {}

    /** Those that can be read; of the others each one is complained of. */
    static List<Scenario> parse(List<String> texts, Settings settings, PrintWriter err) {
        ScenarioParser parser = new ScenarioParser(settings.stores());
        List<Scenario> parsed = new ArrayList<>();
        for (String text : texts) {
            try {
                parsed.add(parser.parse(text));
            } catch (InvalidScenarioException e) {
                err.println("multi-cloud-mirror: " + e.getMessage() + command(text));
            }
        }
        err.flush();
        return parsed;
    }

    /** A mistyped command is taken for a scenario. */
    private static String command(String text) {
        return Closest.to(text, Commands.names())
                .map(name -> " (or did you mean the command \"" + name + "\"?)")
                .orElse("");
    }
}
