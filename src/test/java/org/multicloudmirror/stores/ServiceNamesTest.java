package org.multicloudmirror.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class ServiceNamesTest {

    private final Path directory;

    ServiceNamesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** What two stores are set to, and whether that is one place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    s3 '' us-east-1 k                               | s3 '' eu-west-1 other                            | true
                    s3 '' '' k                                      | s3 https://s3.eu-west-1.amazonaws.com '' k       | true
                    s3 '' '' k                                      | s3 https://s3.cn-north-1.amazonaws.com.cn '' k   | false
                    s3 http://ceph:7480 '' k                        | s3 http://CEPH:7480/ us-east-1 k                 | true
                    s3 https://ceph '' k                            | s3 https://ceph:443 '' k                         | true
                    s3 https://ceph/a '' k                          | s3 https://ceph/b '' k                           | false
                    s3 http://ceph:7480 '' k                        | s3 http://ceph:7481 '' k                         | false
                    s3 http://ceph:7480 '' k                        | jclouds http://ceph:7480/auth/v1.0 '' k          | false
                    jclouds http://swift:8080/auth/v1.0 '' test:a   | jclouds http://swift:8080/auth/v2.0 '' test:b    | true
                    jclouds http://swift:8080/auth/v1.0 '' test:a   | jclouds http://swift:8080/auth/v1.0 '' prod:a    | false
                    s3 http://localhost:7480 '' k                   | s3 http://127.0.0.1:7480 '' k                    | true
                    s3 http://127.0.0.2:7480 '' k                   | s3 http://[::1]:7480 '' k                        | true
                    s3 http://localhost:7480 '' k                   | s3 http://localhost.example:7480 '' k            | false
                    jclouds http://localhost/auth/v1.0 '' test:a    | jclouds http://127.0.0.1:80/auth/v1.0 '' test:b  | true
                    jclouds http://ks/v2.0 '' photos:joe            | jclouds http://ks/v2.0 '' photos:ann             | true
                    jclouds http://ks/v3 '' Default:joe             | jclouds http://ks/v3 '' Default:joe              | true
                    jclouds http://ks/v3 '' Default:joe             | jclouds http://ks/v3 '' Default:ann              | false
                    jclouds http://ks/v3 '' D:joe project:p         | jclouds http://ks/v3 '' D:ann project:p          | true
                    jclouds http://ks/v3 '' D:joe project:p         | jclouds http://ks/v3 '' E:ann project:p          | false
                    jclouds http://ks/v3 '' D:joe project:p E       | jclouds http://ks/v3 '' E:ann project:p          | true
                    jclouds http://ks/v3 '' D:joe project:p A       | jclouds http://ks/v3 '' D:ann project:p B        | false
                    jclouds http://ks/v3 '' D:joe projectId:1       | jclouds http://ks/v3 '' E:ann projectId:1        | true
                    jclouds http://swift:8080/auth/v1.0 R1 test:a   | jclouds http://swift:8080/auth/v1.0 R2 test:a    | false
                    """)
    void areTheSameForOnePlace(String one, String other, boolean isSame) throws IOException {
        Map<String, String> variables = new HashMap<>();
        store(variables, "ONE", one);
        store(variables, "OTHER", other);
        Path options = Files.writeString(
                directory.resolve("options.properties"), keystone("one", one) + keystone("other", other));
        Settings settings =
                new SettingsLoader().file(options).environment(variables).load();
        ServiceNames names = new ServiceNames(settings, new Places(Map.of(), directory, directory));

        assertThat(names.of("one").equals(names.of("other")))
                .as("%s and %s", names.of("one"), names.of("other"))
                .isEqualTo(isSame);
    }

    private static void store(Map<String, String> variables, String name, String text) {
        String[] values = text.replace("''", "").split(" ", -1);
        String store = "MIRROR_STORES_" + name + "_";
        boolean isS3 = values[0].equals("s3");
        variables.put(store + "DRIVER", values[0]);
        variables.put(store + "ENDPOINT", values[1]);
        variables.put(store + "REGION", values[2]);
        variables.put(store + (isS3 ? "ACCESS_KEY" : "IDENTITY"), values[3]);
        variables.put(store + (isS3 ? "SECRET_KEY" : "CREDENTIAL"), "secret");
    }

    /** The project, and the domain that it is in. */
    private static String keystone(String name, String text) {
        String[] values = text.split(" ", -1);
        String option = "mirror.stores." + name + ".options.jclouds.keystone.";
        return (values.length > 4 ? option + "scope=" + values[4] + "\n" : "")
                + (values.length > 5 ? option + "project-domain-name=" + values[5] + "\n" : "");
    }
}
