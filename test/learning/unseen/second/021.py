# expected: clean
# found: clean
# %%
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.ml import Pipeline
from pyspark.ml.feature import StringIndexer, OneHotEncoder, VectorAssembler, StandardScaler, Imputer
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.tuning import CrossValidator, ParamGridBuilder

spark = SparkSession.builder.appName('sparkify-churn').getOrCreate()

# %%
events = spark.read.json('s3n://udacity-dsnd/sparkify/mini_sparkify_event_data.json')
events = events.filter(F.col('userId') != '')
events.printSchema()

# %%
churned = events.filter(F.col('page') == 'Cancellation Confirmation').select('userId').distinct().withColumn('label', F.lit(1))

user = events.groupBy('userId').agg(
    F.countDistinct('sessionId').alias('n_sessions'),
    F.sum('length').alias('listen_time'),
    F.sum(F.when(F.col('page') == 'Thumbs Down', 1).otherwise(0)).alias('thumbs_down'),
    F.sum(F.when(F.col('page') == 'Roll Advert', 1).otherwise(0)).alias('adverts'),
    F.first('gender').alias('gender'),
    F.last('level').alias('level'))
user = user.join(churned, 'userId', 'left').fillna(0, subset=['label'])
user.cache()
user.groupBy('label').count().show()

# %%
train, test = user.randomSplit([0.8, 0.2], seed=42)

# %%
nums = ['n_sessions', 'listen_time', 'thumbs_down', 'adverts']
stages = [
    Imputer(inputCols=nums, outputCols=[c + '_i' for c in nums], strategy='median'),
    StringIndexer(inputCol='gender', outputCol='gender_ix', handleInvalid='keep'),
    StringIndexer(inputCol='level', outputCol='level_ix', handleInvalid='keep'),
    VectorAssembler(inputCols=[c + '_i' for c in nums] + ['gender_ix', 'level_ix'], outputCol='raw'),
    StandardScaler(inputCol='raw', outputCol='features', withMean=True),
]
lr = LogisticRegression(maxIter=50)
pipe = Pipeline(stages=stages + [lr])

# %%
pg = ParamGridBuilder().addGrid(lr.regParam, [0.0, 0.01, 0.1]).addGrid(lr.elasticNetParam, [0.0, 0.5]).build()
ev = BinaryClassificationEvaluator(metricName='areaUnderROC')
cv = CrossValidator(estimator=pipe, estimatorParamMaps=pg, evaluator=ev, numFolds=3)
cvm = cv.fit(train)
print(cvm.avgMetrics)

# %%
pred = cvm.transform(test)
print('test AUC', ev.evaluate(pred))
