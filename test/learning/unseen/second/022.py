# expected: multi-test, preprocessing
# found: preprocessing 23:16, multi-test 35:12
# %%
import pyspark
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, when, hour, dayofweek
from pyspark.ml.feature import VectorAssembler, StandardScaler, StringIndexer, PCA
from pyspark.ml.regression import LinearRegression, GBTRegressor, RandomForestRegressor
from pyspark.ml.evaluation import RegressionEvaluator
spark = SparkSession.builder.master('local[*]').getOrCreate()

# %%
taxi = spark.read.parquet('yellow_tripdata_2020-01.parquet').sample(0.05, seed=1)
taxi = taxi.filter((col('trip_distance') > 0) & (col('fare_amount') > 2.5) & (col('fare_amount') < 200))
taxi = taxi.withColumn('hr', hour('tpep_pickup_datetime')).withColumn('dow', dayofweek('tpep_pickup_datetime'))
taxi = taxi.na.drop(subset=['passenger_count', 'PULocationID', 'DOLocationID'])
taxi.count()

# %%
va = VectorAssembler(inputCols=['trip_distance', 'hr', 'dow', 'passenger_count', 'PULocationID', 'DOLocationID'], outputCol='vec')
taxi = va.transform(taxi)
scaler = StandardScaler(inputCol='vec', outputCol='scaled', withMean=True, withStd=True)
scaler_model = scaler.fit(taxi)
taxi = scaler_model.transform(taxi)
taxi.select('vec', 'scaled').show(3, truncate=False)

# %%
train_data, test_data = taxi.select('scaled', 'fare_amount').randomSplit([.7, .3], seed=10)

# %%
evaluator = RegressionEvaluator(labelCol='fare_amount', predictionCol='prediction', metricName='rmse')
results = {}
for name, algo in [('lr', LinearRegression), ('rf', RandomForestRegressor), ('gbt', GBTRegressor)]:
    mdl = algo(featuresCol='scaled', labelCol='fare_amount').fit(train_data)
    pred = mdl.transform(test_data)
    results[name] = evaluator.evaluate(pred)
    print(name, results[name])

# %%
best = min(results, key=results.get)
print('best model is', best)
