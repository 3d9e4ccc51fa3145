# expected: preprocessing
# found: preprocessing 8:6
from pyspark.ml.feature import VectorAssembler, StandardScaler
from pyspark.ml.regression import LinearRegression
df = spark.read.parquet('d.parquet')
df = VectorAssembler(inputCols=['b', 'c'], outputCol='raw').transform(df)
scaler = StandardScaler(inputCol='raw', outputCol='features')
df = scaler.fit(df).transform(df)
train, test = df.randomSplit([0.7, 0.3])
model = LinearRegression(featuresCol='features').fit(train)
model.transform(test).show()
