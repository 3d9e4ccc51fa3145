# expected: preprocessing
# found: preprocessing 28:14, preprocessing 29:13
# %%
import numpy as np
import pandas as pd
import os, cv2
from tensorflow import keras
from tensorflow.keras import layers
from sklearn.model_selection import train_test_split

# %%
IMG = 50
cats = ['Parasitized', 'Uninfected']
X, Y = [], []
for i, c in enumerate(cats):
    d = os.path.join('cell_images', c)
    for f in os.listdir(d):
        if not f.endswith('png'):
            continue
        a = cv2.imread(os.path.join(d, f))
        X.append(cv2.resize(a, (IMG, IMG)))
        Y.append(i)
X = np.array(X, dtype='float32')
Y = np.array(Y)

# %%
# zero-centre
mean_image = X.mean(axis=0)
std_image = X.std(axis=0)
X -= mean_image
X /= (std_image + 1e-7)

# %%
x_train, x_test, y_train, y_test = train_test_split(X, Y, test_size=.15, random_state=21, stratify=Y)
x_train, x_val, y_train, y_val = train_test_split(x_train, y_train, test_size=.15, random_state=21)

# %%
inp = keras.Input((IMG, IMG, 3))
h = inp
for f in (32, 64, 128):
    h = layers.Conv2D(f, 3, padding='same')(h)
    h = layers.BatchNormalization()(h)
    h = layers.Activation('relu')(h)
    h = layers.MaxPooling2D()(h)
h = layers.GlobalAveragePooling2D()(h)
out = layers.Dense(1, activation='sigmoid')(h)
net = keras.Model(inp, out)
net.compile('adam', 'binary_crossentropy', ['accuracy', keras.metrics.AUC()])

# %%
cbs = [keras.callbacks.EarlyStopping(patience=6, restore_best_weights=True),
       keras.callbacks.ReduceLROnPlateau(patience=3)]
net.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=60, batch_size=64, callbacks=cbs)

# %%
print(dict(zip(net.metrics_names, net.evaluate(x_test, y_test))))
