package org.multicloudmirror.service;

import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.rotation.Looks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the files of scheduled scenarios. They are read over and over rather than watched: editors and container platforms replace
 * files and links in ways that a watch of one name misses. A text counts when it is the same in two readings, so that
 * a file that is being written is not taken for whole.
 */
final class ScenarioWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioWatch.class);

    private final ScenarioSource source;
    private final ScenarioRoutes routes;
    private final ScenarioSeries series;
    private final Looks looks = new Looks("scenarios");
    private ScenarioTexts loaded;
    private ScenarioTexts tried;
    private ScenarioTexts seen;
    private boolean isMissing;

    /**
     * @param series are told of each reading
     * @param loaded what runs
     */
    ScenarioWatch(ScenarioSource source, ScenarioRoutes routes, ScenarioSeries series, ScenarioTexts loaded) {
        this.source = source;
        this.routes = routes;
        this.series = series;
        this.loaded = loaded;
        this.tried = loaded;
        this.seen = loaded;
    }

    void start() {
        looks.start(this::look);
    }

    /** Looks at the files once. */
    void look() {
        try {
            ScenarioTexts now = source.read();
            if (isMissing && now.equals(tried)) {
                loaded();
            }
            isMissing = false;
            if (now.equals(seen) && !now.equals(tried)) {
                tried = now;
                load(now);
            }
            seen = now;
        } catch (ScenariosFileException e) {
            if (!isMissing) {
                isMissing = true;
                // what comes back is judged anew
                tried = loaded;
                complain(e.lines());
            }
        } catch (RuntimeException e) {
            series.refused(routes.all(), List.of(source.place() + " could not be loaded; see the log"));
            LOG.error("{} could not be loaded; the scenarios that run go on", source.place(), e);
        }
    }

    private void load(ScenarioTexts now) {
        ScenarioSource.Change change = source.change(now, loaded);
        series.coming(change.scenarios());
        List<String> complaints = new ArrayList<>(change.complaints());
        List<String> mistakes = routes.apply(change.scenarios());
        if (mistakes.isEmpty()) {
            loaded = change.texts();
        }
        complaints.addAll(mistakes);
        if (complaints.isEmpty()) {
            loaded();
        } else {
            complain(complaints);
        }
    }

    private void loaded() {
        series.loaded();
        LOG.info("{} is loaded: {} scheduled", source.place(), routes.size());
    }

    private void complain(List<String> lines) {
        series.refused(routes.all(), lines);
        lines.forEach(line -> LOG.error("{}", line));
        LOG.error(
                source.isDirectory()
                        ? "the scenarios of a file with mistakes go on as they are"
                        : "the scenarios that run go on as they are");
    }

    @Override
    public void close() {
        looks.close();
    }
}
