/** Tests of the images: each WAR alone with MicroShed Testing, and the chain on one network. */
package dev.baton.tests.container;
