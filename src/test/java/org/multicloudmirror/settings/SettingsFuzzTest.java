package org.multicloudmirror.settings;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.fuzz.Fuzz;

class SettingsFuzzTest {

    private static final Fuzz TEXTS = new Fuzz("settings");

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    /** What a setting complains of it says, and what it takes can be read. */
    @Property(tries = Fuzz.TRIES, seed = "1")
    void readsTextsOfEachKind(@ForAll("seeds") long seed) {
        TEXTS.each(seed, mutant -> {
            Setting[] all = Setting.values();
            Setting setting = all[Math.floorMod(mutant.seed(), all.length)];
            Fuzz.read(mutant, () -> setting.kind().complaint(mutant.text()));
        });
    }
}
