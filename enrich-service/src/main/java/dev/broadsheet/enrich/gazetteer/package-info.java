/**
 * Lists of names and of the words names are made of, and the administrative divisions of China. The lists are text files
 * that anyone may edit; each says at its head where it comes from.
 */
package dev.broadsheet.enrich.gazetteer;
