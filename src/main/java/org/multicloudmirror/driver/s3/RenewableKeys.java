package org.multicloudmirror.driver.s3;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Keys that are others after a while: somebody replaces them where they are written, or they run out. */
public interface RenewableKeys extends AwsCredentialsProvider {

    /**
     * Whether there are others by now than those that a request was refused with; looks where they come from. One caller
     * does so while the others wait.
     *
     * @param areKeysRefused whether the service said that it is the keys, and not what they may do
     */
    boolean areOther(AwsCredentials refused, boolean areKeysRefused);

    /** Whether they changed so short a time ago that the service may not know of it, or half of them is written. */
    boolean areBeingReplaced();

    /** Why they cannot be read where they come from; empty when they can. */
    String problem();
}
