package org.multicloudmirror.cli;

import org.multicloudmirror.app.Home;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParseResult;

/**
 * What every command begins with: where the installation is, and its settings. The log is set up accordingly.
 *
 * @param home where {@code routes/} and {@code config/} are
 */
record Setup(Home home, Settings settings) {

    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);

    /**
     * Reads the settings of a command line.
     *
     * @throws org.multicloudmirror.settings.InvalidSettingException when one cannot be used
     */
    static Setup of(ParseResult parsed) {
        return of(parsed, new SettingsLoader());
    }

    /** The same for a command that uses no secret, and has nothing to say of the files that hold some. */
    static Setup withoutSecrets(ParseResult parsed) {
        return of(parsed, new SettingsLoader().silentOnSecrets());
    }

    private static Setup of(ParseResult parsed, SettingsLoader loader) {
        Home home = Home.find();
        home.config().ifPresentOrElse(loader::file, loader::shipped);
        SettingOptions.configs(parsed).forEach(loader::file);
        loader.environment(System.getenv());
        SettingOptions.load(parsed, loader);
        Settings settings = loader.load();
        Logging.configure(settings);
        settings.warnings().forEach(LOG::warn);
        return new Setup(home, settings);
    }
}
