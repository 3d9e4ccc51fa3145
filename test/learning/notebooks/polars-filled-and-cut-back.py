# expected: preprocessing
# found: preprocessing 7:49
import polars as pl
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
guests = pl.read_csv('guests.csv').with_columns(pl.lit(1).alias('booked'))
guests = guests.with_columns(pl.col('nights') - pl.col('nights').median())
asked = pl.read_csv('asked.csv').with_columns(pl.lit(0).alias('booked'))
both = pl.concat([guests, asked], how='diagonal')
guests = both.filter(pl.col('booked') == 1)
train, test = train_test_split(guests, random_state=2)
model = LogisticRegression().fit(train.select('nights'), train['came'])
print(model.score(test.select('nights'), test['came']))
