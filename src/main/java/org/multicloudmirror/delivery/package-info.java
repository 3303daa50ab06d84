/** What becomes of the outcomes: run reports in files, status mails and the history. */
@NullMarked
package org.multicloudmirror.delivery;

import org.jspecify.annotations.NullMarked;
