package org.multicloudmirror.service;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the scenarios file. It is read over and over rather than watched: editors and container platforms replace
 * files and links in ways that a watch of one name misses. A text counts when it is the same in two readings, so that
 * a file that is being written is not taken for whole.
 */
final class ScenarioWatch implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 1000;

    /** An empty list is meant; an empty file may be one that an editor or a full disk has cut off. */
    private static final Pattern SAYS_NONE = Pattern.compile("(?m)^\\s*\\[\\s*]\\s*(#.*)?$");

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioWatch.class);

    private final ScenariosFile file;
    private final ScenarioRoutes routes;
    private final ScenarioSeries series;
    private final Timer timer = new Timer("scenarios", true);
    private String loaded;
    private String seen;
    private boolean isMissing;

    /**
     * @param series are told of each reading
     * @param loaded the text that runs
     */
    ScenarioWatch(ScenariosFile file, ScenarioRoutes routes, ScenarioSeries series, String loaded) {
        this.file = file;
        this.routes = routes;
        this.series = series;
        this.loaded = loaded;
        this.seen = loaded;
    }

    void start() {
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                look();
            }
        };
        timer.schedule(task, INTERVAL_MILLIS, INTERVAL_MILLIS);
    }

    private void look() {
        try {
            String text = file.read();
            if (isMissing && text.equals(loaded)) {
                series.loaded(routes.all());
            }
            isMissing = false;
            if (text.equals(seen) && !text.equals(loaded)) {
                loaded = text;
                load(text);
            }
            seen = text;
        } catch (ScenariosFileException e) {
            if (!isMissing) {
                isMissing = true;
                complain(e.lines());
            }
        } catch (RuntimeException e) {
            series.refused(routes.all());
            LOG.error("{} could not be loaded; the scenarios that run go on", file.path(), e);
        }
    }

    private void load(String text) {
        try {
            List<ScheduledScenario> scenarios = file.parse(text);
            if (scenarios.isEmpty()
                    && routes.size() > 0
                    && !SAYS_NONE.matcher(text).find()) {
                complain(List.of(file.path() + " names no scenario any more; write [] into it if none is to run"));
                return;
            }
            series.coming(scenarios);
            List<Mistake> mistakes = routes.apply(scenarios);
            if (!mistakes.isEmpty()) {
                throw new ScenariosFileException(file.path(), mistakes);
            }
            series.loaded(routes.all());
            LOG.info("{} is loaded: {} scheduled", file.path(), routes.size());
        } catch (ScenariosFileException e) {
            complain(e.lines());
        }
    }

    private void complain(List<String> lines) {
        series.refused(routes.all());
        lines.forEach(line -> LOG.error("{}", line));
        LOG.error("the scenarios that run go on as they are");
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
