package org.multicloudmirror.service;

/**
 * Something in the scenarios file that cannot be used.
 *
 * @param line from 1
 * @param problem what is wrong and what to write, in one line
 */
record Mistake(int line, String problem) {}
