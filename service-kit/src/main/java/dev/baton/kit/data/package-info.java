/**
 * Brings a service's database to the schema that its code needs, and says whether the database
 * answers.
 */
package dev.baton.kit.data;
