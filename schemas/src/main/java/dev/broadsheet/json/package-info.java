/** Records as plain JSON: the form in which the command line prints them and people read them. */
package dev.broadsheet.json;
