"""The years of measuring 2019, 2020 and 2021, as people play them through the pages."""
