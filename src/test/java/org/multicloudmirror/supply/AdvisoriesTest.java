package org.multicloudmirror.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing with a known hole goes into the jar unnoticed. No network: the list is kept in the repository. */
class AdvisoriesTest {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/multi-cloud-mirror.cdx.json");

    private final Advisories advisories;

    AdvisoriesTest() throws IOException {
        advisories = Advisories.read();
    }

    @Test
    void whatIsInTheJarHasNoneThatIsNotAccepted() throws IOException {
        assertThat(Library.inTheJar()).hasSizeGreaterThan(80);

        assertThat(advisories.unaccepted(Library.inTheJar()))
                .as(
                        "raise the version, or say in src/build/accepted-advisories.tsv and SECURITY.md why it is not reached")
                .isEmpty();
    }

    @Test
    void theBillOfMaterialsSaysTheSame() throws IOException {
        if (Files.exists(BILL)) {
            assertThat(advisories.unaccepted(Library.ofBill(Files.readString(BILL))))
                    .isEmpty();
        }
    }

    @Test
    void whatIsAcceptedIsInTheJar() throws IOException {
        assertThat(advisories.idle(Library.inTheJar()))
                .as("lines of src/build/accepted-advisories.tsv that may go")
                .isEmpty();
    }

    @Test
    void whatIsAcceptedIsToldInSecurityMd() throws IOException {
        String text = Files.readString(Path.of("SECURITY.md"));

        assertThat(advisories.accepted()).allSatisfy(acceptance -> assertThat(text)
                .contains(
                        acceptance.id(),
                        acceptance.library().substring(acceptance.library().indexOf(':') + 1)));
        Set<String> accepted =
                advisories.accepted().stream().map(Acceptance::id).collect(Collectors.toSet());
        Set<String> told = text.lines()
                .filter(line -> line.startsWith("| CVE-"))
                .map(line -> line.substring(2, line.indexOf(' ', 2)))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(accepted);
    }

    @Test
    void aBadVersionIsFoundInABillOfMaterials() throws IOException {
        String bill = """
                {"bomFormat": "CycloneDX", "components": [
                  {"type": "library", "group": "org.yaml", "name": "snakeyaml", "version": "1.33"},
                  {"type": "library", "group": "org.snakeyaml", "name": "snakeyaml-engine", "version": "3.0.1"},
                  {"type": "library", "group": "io.netty", "name": "netty-handler", "version": "4.1.130.Final"}]}
                """;

        assertThat(advisories.unaccepted(Library.ofBill(bill)))
                .extracting(
                        finding -> finding.library() + " " + finding.advisory().id())
                .containsExactly(
                        "org.yaml:snakeyaml:1.33 CVE-2022-1471", "io.netty:netty-handler:4.1.130.Final CVE-2026-44891");
    }

    @Test
    void aBadVersionIsFoundInWhatMavenLists() {
        List<Library> libraries = Library.listed("""

                The following files have been resolved:
                   ch.qos.logback:logback-core:jar:1.5.32:compile -- module ch.qos.logback.core (auto)
                   software.amazon.cryptools:AmazonCorrettoCryptoProvider:jar:linux-x86_64:2.5.0:compile
                   org.example:none:jar:1.0:runtime
                """);

        assertThat(libraries)
                .extracting(Library::toString)
                .containsExactly(
                        "ch.qos.logback:logback-core:1.5.32",
                        "software.amazon.cryptools:AmazonCorrettoCryptoProvider:2.5.0",
                        "org.example:none:1.0");
        assertThat(advisories.unaccepted(libraries))
                .extracting(Finding::toString)
                .contains(
                        "ch.qos.logback:logback-core:1.5.32 has CVE-2026-9828: a socket server takes any java.lang and"
                                + " java.util object; fixed in 1.5.33")
                .noneMatch(text -> text.contains("Corretto"));
    }

    @Test
    void anAcceptanceOfWhatIsNotThereIsTold() {
        Acceptance idle = new Acceptance("org.yaml:snakeyaml", "CVE-2022-1471", "is not there");
        Advisories more = new Advisories(advisories.known(), List.of(idle));

        assertThat(more.idle(List.of())).containsExactly(idle);
        assertThat(more.idle(List.of(new Library("org.yaml:snakeyaml", "2.0")))).containsExactly(idle);
        assertThat(more.idle(List.of(new Library("org.yaml:snakeyaml", "1.9")))).isEmpty();
    }

    @Test
    void versionsAreOrderedAsMavenOrdersThem() {
        Advisory advisory = Advisory.of("a:b\t[2.9,2.10.0),[3.0-beta1,3.0)\t2.10.0, 3.0\tCVE-1\twhat");

        assertThat(List.of("2.9", "2.9.10", "2.10.0-rc1", "3.0-beta2"))
                .allMatch(version -> advisory.concerns(new Library("a:b", version)));
        assertThat(List.of("2.8", "2.10.0", "2.10", "2.11", "3.0", "3.0-alpha1"))
                .noneMatch(version -> advisory.concerns(new Library("a:b", version)));
        assertThat(advisory.concerns(new Library("a:bc", "2.9"))).isFalse();
    }

    @Test
    void noLineOfTheListContradictsItself() {
        assertThat(advisories.known()).isNotEmpty().allSatisfy(advisory -> {
            assertThat(advisory.library()).matches("[\\w.-]+:([\\w.-]+|\\*)");
            assertThat(advisory.id()).matches("CVE-\\d{4}-\\d+|GHSA(-[0-9a-z]{4}){3}");
            assertThat(advisory.fixedVersions()).as(advisory.id()).isSorted().noneMatch(version -> advisory.affected()
                    .containsVersion(version));
        });
        assertThat(advisories.known())
                .extracting(known -> known.library() + known.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void aLineThatIsNoneIsTold() {
        assertThatThrownBy(() -> Advisory.of("a:b\t[1,2)\t2\tCVE-1"))
                .hasMessage("not 5 columns with a tab between: a:b\t[1,2)\t2\tCVE-1");
        assertThatThrownBy(() -> Advisory.of("a:b\t[2,1)\t2\tCVE-1\twhat"))
                .hasMessage("not a range of versions: a:b\t[2,1)\t2\tCVE-1\twhat");
    }
}
