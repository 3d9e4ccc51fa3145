# expected: preprocessing
# found: preprocessing 38:6, preprocessing 39:6
# %% [markdown]
# # Facial emotion (FER2013) with a small CNN

# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import *
from tensorflow.keras.utils import to_categorical

# %%
data = pd.read_csv('/content/fer2013.csv')
data.Usage.value_counts()

# %%
emotion_map = {0: 'Angry', 1: 'Disgust', 2: 'Fear', 3: 'Happy', 4: 'Sad', 5: 'Surprise', 6: 'Neutral'}
data['emotion'].map(emotion_map).value_counts().plot(kind='bar')

# %%
X = np.array([np.fromstring(p, dtype='float32', sep=' ') for p in data['pixels']])
X = X.reshape(-1, 48, 48, 1)
print(X.shape)

# %%
fig = plt.figure(figsize=(10, 4))
for i in range(10):
    fig.add_subplot(2, 5, i + 1)
    plt.imshow(X[i, :, :, 0], cmap='gray')
    plt.title(emotion_map[data.emotion[i]])
    plt.axis('off')

# %%
# standardize
X -= np.mean(X, axis=0)
X /= np.std(X, axis=0)

# %%
y = to_categorical(data['emotion'], 7)

# %%
is_train = (data.Usage == 'Training').values
is_test = (data.Usage == 'PrivateTest').values
X_train, y_train = X[is_train], y[is_train]
X_test, y_test = X[is_test], y[is_test]

# %%
model = Sequential()
for k in [32, 64, 128]:
    model.add(Conv2D(k, 3, padding='same', activation='relu'))
    model.add(BatchNormalization())
    model.add(MaxPooling2D())
    model.add(Dropout(.25))
model.add(Flatten())
model.add(Dense(256, activation='relu'))
model.add(Dropout(.5))
model.add(Dense(7, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])

# %%
model.fit(X_train, y_train, batch_size=64, epochs=30, shuffle=True)

# %%
test_loss, test_acc = model.evaluate(X_test, y_test)
print('private test accuracy', test_acc)
