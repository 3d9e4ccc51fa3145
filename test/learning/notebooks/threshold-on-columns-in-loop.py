# expected: preprocessing
# found: preprocessing 8:26, preprocessing 8:44, preprocessing 8:60
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestRegressor
df = pd.read_csv('d.csv')
for col in df.select_dtypes('number').columns:
    df[col] = (df[col] - df[col].min()) / (df[col].max() - df[col].min())
train, test = train_test_split(df)
rf = RandomForestRegressor()
rf.fit(train.drop('y', axis=1), train['y'])
print(rf.score(test.drop('y', axis=1), test['y']))
