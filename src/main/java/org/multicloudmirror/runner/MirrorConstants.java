package org.multicloudmirror.runner;

/** The headers and properties of the component mirror. */
public final class MirrorConstants {

    /** In: what is mirrored, as text; goes before the endpoint's option and the body. */
    public static final String SCENARIO = "CamelMirrorScenario";

    /** In: the beginning of a header's name whose rest is an option's, such as {@code CamelMirrorOption.maxsize}. */
    public static final String OPTION = "CamelMirrorOption.";

    /** Out: how the run ended, such as {@code ok} or {@code some-failed}. */
    public static final String STATUS = "CamelMirrorStatus";

    /** A property of the exchange: it is a hook's, and the runs that it starts call no hooks. */
    public static final String IN_HOOK = "CamelMirrorInHook";

    private MirrorConstants() {}
}
