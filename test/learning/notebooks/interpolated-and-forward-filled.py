# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
df = pd.read_csv('weather.csv', parse_dates=['day'])
df = df.sort_values('day').fillna(method='ffill').interpolate()
df['last_week'] = df['temp'].shift(7)
df['smooth'] = df['temp'].rolling(7).mean()
df = df.dropna()
train, test = train_test_split(df, shuffle=False)
ridge = Ridge().fit(train[['last_week', 'smooth']], train['temp'])
print(ridge.score(test[['last_week', 'smooth']], test['temp']))
