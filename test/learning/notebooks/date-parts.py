# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.ensemble import GradientBoostingRegressor
df = pd.read_csv('bikes.csv')
df['when'] = pd.to_datetime(df['when'])
df['hour'] = df['when'].dt.hour
df['weekend'] = (df['when'].dt.dayofweek > 4).astype(int)
df['kmh'] = df['km'] / df['hours']
X_train, X_test, y_train, y_test = train_test_split(df[['hour', 'weekend', 'kmh']], df['count'])
gbr = GradientBoostingRegressor().fit(X_train, y_train)
print(gbr.score(X_test, y_test))
