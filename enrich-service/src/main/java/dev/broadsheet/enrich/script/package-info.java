/** What a text is written in, and how much of it can be read: language, script, garbled share. Counting only, no model. */
package dev.broadsheet.enrich.script;
