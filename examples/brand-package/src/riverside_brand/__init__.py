"""The look of the Riverside Alliance; statement-kit reads the files beside this one, and never imports it."""
