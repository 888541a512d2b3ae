"""The studio: brands begun, judged and shown, for those who design them.

It knows brands, their files and how they are set; it writes nothing by itself but what it is asked for.
"""
