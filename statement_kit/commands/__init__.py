"""The commands of the kit, by what they are for."""
