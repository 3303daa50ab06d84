package org.multicloudmirror;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Timer;
import java.util.TimerTask;
import org.multicloudmirror.app.Launch;
import org.multicloudmirror.cli.Main;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.mirror.delete.DeleteBatches;
import org.multicloudmirror.mirror.list.DestinationRepository;
import org.multicloudmirror.mirror.outcome.OutcomeAggregation;
import org.multicloudmirror.report.Amounts;
import org.multicloudmirror.scenario.Scenario;

/**
 * Who may know whom: cli, app, then delivery, stores, report, observe and component, then mirror, then scenario and
 * storage.
 */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "org.multicloudmirror";

    private static final String APP = ROOT + ".app..";
    private static final String BROWSE = ROOT + ".browse..";
    private static final String CLI = ROOT + ".cli..";
    private static final String COMPONENT = ROOT + ".component..";
    private static final String CONTROL = ROOT + ".control..";
    private static final String DELIVERY = ROOT + ".delivery..";
    private static final String DRIVER = ROOT + ".driver..";
    private static final String HISTORY = ROOT + ".history..";
    private static final String HTTP = ROOT + ".http..";
    private static final String LEASE = ROOT + ".lease..";
    private static final String LOCK = ROOT + ".lock..";
    private static final String LOG = ROOT + ".log..";
    private static final String METRICS = ROOT + ".metrics..";
    private static final String MIRROR = ROOT + ".mirror..";
    private static final String MIRROR_TASK = ROOT + ".mirror.task..";
    private static final String NOTIFY = ROOT + ".notify..";
    private static final String OBSERVE = ROOT + ".observe..";
    private static final String REPORT = ROOT + ".report..";
    private static final String ROTATION = ROOT + ".rotation..";
    private static final String RUNNER = ROOT + ".runner..";
    private static final String SCENARIO = ROOT + ".scenario..";
    private static final String SERVICE = ROOT + ".service..";
    private static final String SETTINGS = ROOT + ".settings..";
    private static final String SPELLING = ROOT + ".spelling..";
    private static final String STORAGE = ROOT + ".storage..";
    private static final String STORES = ROOT + ".stores..";
    private static final String VALIDATION = ROOT + ".validation..";

    @ArchTest
    static final ArchRule storageStandsAlone =
            knowsOnly(STORAGE).because("it is what every driver and every stage agree on");

    @ArchTest
    static final ArchRule scenarioStandsAlone =
            knowsOnly(SCENARIO, SPELLING).because("it is the command line's language and no store's");

    @ArchTest
    static final ArchRule settingsStandAlone = knowsOnly(SETTINGS, ROTATION, SPELLING)
            .because("the reference is made from them, and what they set is known elsewhere");

    @ArchTest
    static final ArchRule rotationStandsAlone =
            knowsOnly(ROTATION).because("it looks at files, whatever is made of them");

    @ArchTest
    static final ArchRule httpStandsAlone =
            knowsOnly(HTTP, ROTATION).because("it sends what it is given and knows neither protocol nor objects");

    @ArchTest
    static final ArchRule logKnowsStorage =
            knowsOnly(LOG, STORAGE).because("it writes lines, whatever they say, and knows only how to escape a key");

    @ArchTest
    static final ArchRule driversKnowHttpAndStorage = knowsOnly(DRIVER, HTTP, ROTATION, STORAGE)
            .because("a new driver needs no knowledge of mirroring, and mirroring none of it");

    @ArchTest
    static final ArchRule quirksStayInTheDrivers = classes()
            .that()
            .implement(Quirk.class)
            .should()
            .resideInAPackage(DRIVER)
            .because("mirroring is the same for all services: what it must know of one is a value of storage");

    @ArchTest
    static final ArchRule mirrorKnowsScenarioAndStorage =
            knowsOnly(MIRROR, SCENARIO, STORAGE).because("it must mirror between stores that are yet to be written");

    @ArchTest
    static final ArchRule whatTravelsStandsAlone = knowsOnly(MIRROR_TASK, ROOT + ".mirror.options..", SCENARIO, STORAGE)
            .because("it is read and written where there is no run");

    @ArchTest
    static final ArchRule copiesKnowNoRun = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".mirror.work..",
                    ROOT + ".mirror.copy..",
                    ROOT + ".mirror.parts..",
                    ROOT + ".mirror.backup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".mirror.run..")
            .because("a copy needs its task and the descriptor of its run, and may be made where there is no run");

    @ArchTest
    static final ArchRule reportKnowsTheSummary =
            knowsOnly(REPORT, MIRROR, SCENARIO, STORAGE).because("a rendering shows the data and fetches none");

    @ArchTest
    static final ArchRule observeKnowsTheRun = classes()
            .that()
            .resideInAPackage(OBSERVE)
            .should()
            .onlyDependOnClassesThat(foreign()
                    .or(resideInAnyPackage(OBSERVE, MIRROR, SCENARIO, STORAGE))
                    .or(type(Amounts.class)))
            .because("it shows a run in the words of the report, and is no report");

    @ArchTest
    static final ArchRule browseKnowsStorage = classes()
            .that()
            .resideInAPackage(BROWSE)
            .should()
            .onlyDependOnClassesThat(
                    foreign().or(resideInAnyPackage(BROWSE, STORAGE)).or(type(Amounts.class)))
            .because("it looks at any store, and mirrors nothing");

    @ArchTest
    static final ArchRule historyKnowsTheSummary = classes()
            .that()
            .resideInAPackage(HISTORY)
            .should()
            .onlyDependOnClassesThat(foreign()
                    .or(resideInAnyPackage(HISTORY, MIRROR, STORAGE))
                    .or(type(Scenario.class))
                    .or(type(Amounts.class)))
            .because("it keeps what a run came to, in the words of the report");

    @ArchTest
    static final ArchRule deliveryKnowsTheReport = knowsOnly(
                    DELIVERY, HISTORY, HTTP, MIRROR, REPORT, ROTATION, SCENARIO, SETTINGS, STORAGE)
            .because("it hands on what a run came to, and runs nothing");

    @ArchTest
    static final ArchRule notifyKnowsTheDelivery = knowsOnly(NOTIFY, DELIVERY, HTTP, MIRROR, REPORT, SETTINGS)
            .because("it tells over HTTP what is delivered, and decides nothing but how");

    @ArchTest
    static final ArchRule validationKnowsStorage = knowsOnly(VALIDATION, MIRROR, SCENARIO, SETTINGS, STORAGE)
            .because("it asks stores, whoever made them, and runs nothing");

    @ArchTest
    static final ArchRule lockKnowsScenario =
            knowsOnly(LOCK, SCENARIO).because("it locks by a scenario's name, whoever asks for it");

    @ArchTest
    static final ArchRule leaseKnowsScenarioAndStorage =
            knowsOnly(LEASE, SCENARIO, STORAGE).because("it holds a destination, whatever is done there");

    @ArchTest
    static final ArchRule componentKnowsStorage =
            knowsOnly(COMPONENT, STORAGE).because("a route of anyone's may use it without mirroring anything");

    @ArchTest
    static final ArchRule runnerKnowsSettingsAndTheSummary =
            knowsOnly(RUNNER, MIRROR, SETTINGS).because("routes ask for runs by it, whoever makes them");

    @ArchTest
    static final ArchRule cliKnowsApp = knowsOnly(
                    CLI,
                    APP,
                    BROWSE,
                    CONTROL,
                    DELIVERY,
                    HISTORY,
                    LOG,
                    METRICS,
                    MIRROR,
                    SCENARIO,
                    SERVICE,
                    SETTINGS,
                    SPELLING,
                    STORAGE,
                    VALIDATION)
            .because("the command line starts the application and is not needed by it");

    @ArchTest
    static final ArchRule serviceKnowsApp = knowsOnly(
                    SERVICE, APP, CONTROL, DELIVERY, HISTORY, METRICS, MIRROR, REPORT, ROTATION, SCENARIO, SETTINGS,
                    SPELLING, STORAGE, STORES)
            .because("it starts runs as the command line does, and is not needed by them");

    @ArchTest
    static final ArchRule controlKnowsNoService = classes()
            .that()
            .resideInAPackage(CONTROL)
            .should()
            .onlyDependOnClassesThat(foreign()
                    .or(resideInAnyPackage(CONTROL, SETTINGS, SPELLING, STORAGE))
                    .or(type(Amounts.class)))
            .because("it carries questions and answers, whoever asks and whoever answers");

    @ArchTest
    static final ArchRule metricsKnowWhatTheyCount = knowsOnly(
                    METRICS, DELIVERY, HISTORY, HTTP, MIRROR, SCENARIO, SETTINGS, STORAGE, STORES)
            .because("what is counted tells whoever listens, and needs none of them");

    @ArchTest
    static final ArchRule storesKnowDriversAndSettings = knowsOnly(STORES, DRIVER, HTTP, ROTATION, SETTINGS, STORAGE)
            .because("they make a store of its settings, and mirror nothing");

    @ArchTest
    static final ArchRule nobodyWaitsByTheMachinesClock = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Timer.class, TimerTask.class)
            .because("a timer stands still for as long as the clock was put back, and ends with the first failure");

    @ArchTest
    static final ArchRule onlyStoresKnowDrivers = noClasses()
            .that()
            .resideOutsideOfPackages(STORES, DRIVER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DRIVER)
            .because("which store a name stands for is decided in one place");

    @ArchTest
    static final ArchRule packagesMakeNoCircle = slices().matching(ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("what makes a circle can only be understood as a whole");

    @ArchTest
    static final ArchRule coreIsFreeOfFrameworks = noClasses()
            .that()
            .resideInAnyPackage(STORAGE, SCENARIO, SETTINGS, REPORT, OBSERVE, ROTATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "software.amazon..", "org.jclouds..")
            .because("these outlive any of them");

    @ArchTest
    static final ArchRule onlyTheS3DriverKnowsTheAwsSdk = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".driver.s3..", STORES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..")
            .because("its versions come fast, and stores only hands it credentials");

    @ArchTest
    static final ArchRule onlyTheJcloudsDriverKnowsJclouds = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".driver.jclouds..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jclouds..")
            .because("jclouds is in the Apache Attic and must stay replaceable");

    @ArchTest
    static final ArchRule onlyTheEdgesKnowCamel = noClasses()
            .that(ours().and(DescribedPredicate.not(
                            resideInAnyPackage(COMPONENT, RUNNER, APP, DELIVERY, NOTIFY, SERVICE)))
                    .and(DescribedPredicate.not(type(DestinationRepository.class)))
                    .and(DescribedPredicate.not(type(OutcomeAggregation.class)))
                    .and(DescribedPredicate.not(type(DeleteBatches.class))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("beans take plain types, so that they can be read and tested without a route");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("a report that is being written must not be cut off");

    @ArchTest
    static final ArchRule onlyMainPrints = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class, Launch.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("output goes where Main says; Launch hands the terminal to the progress line");

    /** Of our own packages, the first knows itself and the others only. */
    private static ArchRule knowsOnly(String who, String... whom) {
        return classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat(foreign().or(resideInAPackage(who)).or(resideInAnyPackage(whom)));
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage(ROOT + "..");
    }

    private static DescribedPredicate<JavaClass> foreign() {
        return DescribedPredicate.not(ours());
    }
}
