/**
 * The {@code broadsheet} command: one class a subcommand.
 *
 * <p>{@link dev.broadsheet.local.command.Broadsheet} is the entry. Articles and other results go to standard output,
 * everything else to standard error; exit codes are 0 for success, 1 for failure, 2 for a wrong command line. A failure
 * is one line that says what is wrong and what to do: commands throw, {@code Failures} words it.
 */
package dev.broadsheet.local.command;
