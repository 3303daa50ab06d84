package org.multicloudmirror.driver.jclouds;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.jclouds.http.HttpCommand;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.handlers.BackoffLimitedRetryHandler;
import org.jclouds.http.handlers.DelegatingRetryHandler;
import org.jclouds.http.handlers.RedirectionRetryHandler;

/**
 * jclouds' retries without those of a redirect, whichever of its modules asks for them: it would send a request on as it
 * is, with the password in it, to whatever place an answer names.
 */
@Singleton
final class NoRedirects extends DelegatingRetryHandler {

    private static final int REDIRECTION = 3;

    @Inject
    NoRedirects(BackoffLimitedRetryHandler backOff, RedirectionRetryHandler redirects) {
        super(backOff, redirects);
    }

    @Override
    public boolean shouldRetryRequest(HttpCommand command, HttpResponse response) {
        return response.getStatusCode() / 100 != REDIRECTION && super.shouldRetryRequest(command, response);
    }
}
