/** A service D behind C: what it takes, and that it runs. */
package dev.baton.tests.fourth;
