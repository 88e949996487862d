/**
 * Holds the deployment files to the code they deploy: variables that the services read, ports and paths they answer on,
 * metrics they have. No container runs for this; what can be told without one is told here.
 */
package dev.broadsheet.deploy;
