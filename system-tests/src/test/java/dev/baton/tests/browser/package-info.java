/** What an operator sees, in a real browser: the operations page and Admin Center. */
package dev.baton.tests.browser;
