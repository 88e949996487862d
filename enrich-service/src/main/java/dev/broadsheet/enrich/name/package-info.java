/** From mentions to the people, organizations and places of a story: each once, with every mention. */
package dev.broadsheet.enrich.name;
