"""A dozen towns that stand for the whole list: namesakes, other scripts, a border, the line of dates."""

from space.places.towns import Town


def town(pk, name, where, people, zone, *names):
    country, region, latitude, longitude = where.split()
    return Town(pk, name, country, region, float(latitude), float(longitude), people, zone, (name, *names))


FEW = [
    town(1, "Valencia", "VE 07 10.16 -68.00", 1_619_470, "America/Caracas", "Валенсия"),
    town(2, "Valencia", "ES 60 39.47 -0.38", 824_340, "Europe/Madrid", "València", "Валенсия", "بلنسية"),
    town(3, "Valencia de Don Juan", "ES 55 42.29 -5.52", 4_184, "Europe/Madrid"),
    town(4, "Springfield", "US IL 39.80 -89.64", 114_394, "America/Chicago"),
    town(5, "Springfield", "US MO 37.22 -93.30", 170_188, "America/Chicago"),
    town(6, "Mexicali", "MX 02 32.63 -115.45", 1_000_000, "America/Tijuana"),
    town(7, "San Antonio", "MX 02 32.50 -115.00", 1_100, "America/Tijuana"),
    town(8, "San Antonio", "MX 15 19.40 -99.70", 2_400, "America/Mexico_City"),
    town(9, "Beijing", "CN 22 39.91 116.40", 18_960_744, "Asia/Shanghai", "北京", "Pékin", "Beidjing"),
    town(10, "Frankfurt (Oder)", "DE 11 52.345 14.55", 57_015, "Europe/Berlin"),
    town(11, "Słubice", "PL 76 52.350 14.56", 17_000, "Europe/Warsaw", "Slubice"),
    town(12, "Savusavu", "FJ 03 -16.78 179.33", 3_372, "Pacific/Fiji"),
    town(13, "N'Djamena", "TD 21 12.11 15.04", 1_359_526, "Africa/Ndjamena", "أنجامينا"),
    town(14, "Mashhad", "IR 30 36.30 59.61", 2_307_177, "Asia/Tehran", "Alexandria", "مشهد"),
    town(15, "Alexandria", "US VA 38.80 -77.05", 159_467, "America/New_York"),
    town(16, "Spring", "US TX 30.08 -95.42", 54_298, "America/Chicago"),
]
