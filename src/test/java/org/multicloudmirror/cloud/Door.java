package org.multicloudmirror.cloud;

import java.io.IOException;

/** One protocol, as it is right. */
interface Door {

    Reply answer(Call call) throws IOException;
}
