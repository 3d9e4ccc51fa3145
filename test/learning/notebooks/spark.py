# expected: clean
# found: clean
from pyspark.ml.feature import VectorAssembler, StringIndexer
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import BinaryClassificationEvaluator
df = spark.read.csv('d.csv', header=True, inferSchema=True)
df = StringIndexer(inputCol='a', outputCol='b').fit(df).transform(df)
df = VectorAssembler(inputCols=['b', 'c'], outputCol='features').transform(df)
train, test = df.randomSplit([0.7, 0.3], seed=1)
lr = LogisticRegression(featuresCol='features', labelCol='y')
model = lr.fit(train)
predictions = model.transform(test)
print(BinaryClassificationEvaluator().evaluate(predictions))
